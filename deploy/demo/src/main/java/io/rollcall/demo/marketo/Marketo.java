package io.rollcall.demo.marketo;

import com.fasterxml.jackson.databind.JsonNode;
import io.rollcall.demo.check.Census;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One subscription of the sandbox, looked at from outside. */
public final class Marketo {

    private static final int PAGE = 1_000;

    private final SandboxAdmin admin;
    private final String path;

    public Marketo(SandboxAdmin admin, String munchkinId) {
        this.admin = admin;
        this.path = "/" + munchkinId;
    }

    public Map<Long, Integer> sizes() {
        Map<Long, Integer> sizes = new HashMap<>();
        admin.get(path + "/lists")
                .forEach(list -> sizes.put(list.path("id").asLong(), list.path("size").asInt()));
        return sizes;
    }

    public Map<Long, String> names() {
        Map<Long, String> names = new HashMap<>();
        admin.get(path + "/lists")
                .forEach(list -> names.put(list.path("id").asLong(), list.path("name").asText()));
        return names;
    }

    public Set<Long> members(long list) {
        Set<Long> members = new HashSet<>();
        long from = 0;
        while (true) {
            JsonNode page =
                    admin.get(path + "/lists/" + list + "/members?size=" + PAGE + "&from=" + from);
            page.path("members").forEach(lead -> members.add(lead.path("id").asLong()));
            if (page.path("next").isNull()) {
                return members;
            }
            from = page.path("next").asLong();
        }
    }

    public List<Census.Lead> leads() {
        List<Census.Lead> leads = new ArrayList<>();
        long count = Long.MAX_VALUE;
        while (leads.size() < count) {
            JsonNode page = admin.get(path + "/leads?size=" + PAGE + "&offset=" + leads.size());
            count = page.path("count").asLong();
            int before = leads.size();
            page.path("leads").forEach(lead -> leads.add(lead(lead)));
            if (leads.size() == before) {
                break;
            }
        }
        return leads;
    }

    private static Census.Lead lead(JsonNode lead) {
        return new Census.Lead(
                lead.path("id").asLong(),
                lead.path("email").asText(null),
                lead.path("values").path("ecidText").asText(null),
                lead.path("updatedAt").asText());
    }

    /** Calls so far by kind, refused ones too. Tokens are no calls to Marketo. */
    public Map<String, Integer> calls() {
        Map<String, Integer> calls = new TreeMap<>();
        JsonNode kinds = admin.get(path).path("calls");
        for (Map.Entry<String, JsonNode> kind : kinds.properties()) {
            int total = 0;
            for (JsonNode verdict : kind.getValue()) {
                total += verdict.asInt();
            }
            calls.put(kind.getKey(), total);
        }
        calls.remove("token");
        return calls;
    }

    /** The status as it is, for what is asked only once. */
    public JsonNode status() {
        return admin.get(path);
    }

    public int duplicates() {
        return admin.get(path + "/leads/duplicates").size();
    }
}
