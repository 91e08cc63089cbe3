package io.rollcall.sandbox.rest;

import io.rollcall.sandbox.http.Multipart;
import io.rollcall.sandbox.http.Params;
import io.rollcall.sandbox.http.Request;
import io.rollcall.sandbox.marketo.Field;
import io.rollcall.sandbox.marketo.ImportFile;
import io.rollcall.sandbox.marketo.ImportOrder;
import io.rollcall.sandbox.marketo.Refusal;
import io.rollcall.sandbox.marketo.StaticList;
import io.rollcall.sandbox.marketo.Subscription;

/** What a call to Import Leads asks for. Parameters may stand in the query or in the form. */
record ImportForm(Subscription subscription, Params params, byte[] file) {

    static ImportForm of(Subscription subscription, Request request) throws Refusal {
        if (!request.saysMultipart()) {
            throw new Refusal("612", "Invalid Content Type");
        }
        Multipart form =
                Multipart.of(request)
                        .orElseThrow(() -> new Refusal("613", "Invalid Multipart Request"));
        return new ImportForm(
                subscription,
                request.params().with(form.params()),
                form.file("file").orElseThrow(() -> missing("file")));
    }

    private static Refusal missing(String parameter) {
        return new Refusal("1002", "Missing value for the required parameter '" + parameter + "'");
    }

    ImportOrder order() throws Refusal {
        String format = params.first("format").orElseThrow(() -> missing("format"));
        Field lookup =
                subscription.fields().searchable(params.first("lookupField").orElse("email"));
        String partition = partition(lookup);
        StaticList list = list();
        ImportFile rows = ImportFile.of(file, ImportFile.Format.named(format));
        return new ImportOrder(
                rows,
                ImportOrder.columns(rows, subscription.fields(), lookup),
                lookup,
                partition,
                list);
    }

    /** The whole call is refused: unlike a record, it has one partition for everybody. */
    private String partition(Field lookup) throws Refusal {
        String name = params.first("partitionName").orElse(null);
        if (name != null && !subscription.partitions().contains(name)) {
            throw new Refusal("1008", "Access denied to partition '" + name + "'");
        }
        if (name != null && lookup.name().equals("id")) {
            throw new Refusal("1003", "partitionName is not allowed with lookupField 'id'");
        }
        return name;
    }

    private StaticList list() throws Refusal {
        String id = params.first("listId").orElse(null);
        return id == null ? null : subscription.lists().known(LeadIds.number(id));
    }
}
