package io.rollcall.sandbox;

import io.rollcall.sandbox.marketo.StaticList;
import org.junit.jupiter.api.BeforeEach;

/** A list, and two leads who are not on it. */
abstract class ListTestCase extends SandboxTestCase {
    StaticList gold;
    String path;
    long ada;
    long bob;

    @BeforeEach
    void makeAListAndTwoLeads() {
        gold = marketo.lists().create("Gold customers");
        path = "/rest/v1/lists/" + gold.id() + "/leads.json";
        ada = marketo.leads().create("ada@example.com").id();
        bob = marketo.leads().create("bob@example.com").id();
    }
}
