package io.rollcall.demo.marketo;

import io.rollcall.demo.story.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Two Marketos as they are before the job runs: who is known, and what is on the lists. */
public final class Setting {

    public static final String EMEA = "123-ABC-456";
    public static final String AMER = "789-DEF-012";

    private static final int CHUNK = 500;
    private static final int STRANGERS = 40;

    private final SandboxAdmin admin;
    private final Path secrets;

    /** {@code secrets}: a folder with a client id and a client secret for each. */
    public Setting(SandboxAdmin admin, Path secrets) {
        this.admin = admin;
        this.secrets = secrets;
    }

    public void build(List<Person> people) throws IOException {
        subscription(EMEA, "emea");
        subscription(AMER, "amer");
        lists(EMEA, Map.of(1001, "Gold", 1002, "Newsletter", 1003, "Trial", 1004, "Win-back"));
        lists(EMEA, Map.of(1005, "Cart abandoners"));
        lists(AMER, Map.of(2001, "Gold", 2002, "Silver", 2003, "Loyalty"));
        leads(EMEA, people, Person::knownToEmea);
        leads(AMER, people, Person::knownToAmer);
        leads(EMEA, people, person -> person.knownToEmea() && person.twiceInMarketo());
        winBack(people);
        refuse(people);
    }

    private void subscription(String munchkinId, String name) throws IOException {
        admin.delete("/" + munchkinId);
        admin.post(
                "",
                Map.of(
                        "munchkinId",
                        munchkinId,
                        "clientId",
                        Files.readString(secrets.resolve(name + "/client-id")).strip(),
                        "clientSecret",
                        Files.readString(secrets.resolve(name + "/client-secret")).strip(),
                        "fields",
                        List.of(Map.of("name", "ecidText", "dataType", "string"))));
    }

    private void lists(String munchkinId, Map<Integer, String> names) {
        names.forEach(
                (id, name) ->
                        admin.post(
                                "/" + munchkinId + "/lists",
                                Map.of("id", id, "name", name, "folder", "Audiences")));
    }

    private void leads(String munchkinId, List<Person> people, Predicate<Person> known) {
        List<Map<String, String>> leads = new ArrayList<>();
        for (Person person : people) {
            if (known.test(person)) {
                leads.add(lead(person));
            }
        }
        for (int from = 0; from < leads.size(); from += CHUNK) {
            int to = Math.min(from + CHUNK, leads.size());
            admin.post("/" + munchkinId + "/leads", Map.of("leads", leads.subList(from, to)));
        }
    }

    private static Map<String, String> lead(Person person) {
        Map<String, String> lead = new HashMap<>();
        lead.put("email", person.email());
        lead.put("firstName", person.firstName());
        lead.put("ecidText", person.ecid());
        return lead;
    }

    /** Strangers of whom no event will speak, and people whom the audience has left behind. */
    private void winBack(List<Person> people) {
        admin.post(
                "/" + EMEA + "/leads",
                Map.of("count", STRANGERS, "email", "stranger-%d@example.org", "listId", 1004));
        List<String> emails =
                people.stream()
                        .filter(Person::onListAtStart)
                        .filter(Person::knownToEmea)
                        .filter(person -> !person.twiceInMarketo())
                        .map(Person::email)
                        .toList();
        admin.post("/" + EMEA + "/lists/1004/members", Map.of("emails", emails));
    }

    /** A rule of this Marketo forbids some people. */
    private void refuse(List<Person> people) {
        for (Person person : people) {
            if (person.refusedByAmer()) {
                admin.post(
                        "/" + AMER + "/faults",
                        Map.of(
                                "effect", "record-code",
                                "code", "709",
                                "kind", "upsert",
                                "email", person.email()));
            }
        }
    }
}
