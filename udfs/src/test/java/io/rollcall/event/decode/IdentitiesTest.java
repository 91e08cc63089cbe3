package io.rollcall.event.decode;

import static io.rollcall.event.decode.Messages.decodeAep;
import static io.rollcall.event.decode.Messages.decodeNative;
import static io.rollcall.event.decode.Messages.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.event.Identity;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentitiesTest {

    @ParameterizedTest
    @ValueSource(strings = {"ECID", "ecid", "Ecid", "eCiD"})
    void aNamespaceIsMatchedInAnyCase(String namespace) {
        assertThat(personOfMap("'" + namespace + "':[{'id':'1'}]")).isEqualTo("ecid:1");
        assertThat(personOfNative("'" + namespace + "':'1'")).isEqualTo("ecid:1");
    }

    @Test
    void theConfiguredOrderDecidesNotTheOrderInTheMessage() {
        assertThat(personOfMap("'ecid':[{'id':'1'}],'Email':[{'id':'a@b.c'}]"))
                .isEqualTo("email:a@b.c");
    }

    @Test
    void anEmailIsTrimmedAndInLowerCaseAndNothingElseIs() {
        assertThat(personOfNative("'email':' Ada@Example.COM\\n'"))
                .isEqualTo("email:ada@example.com");
        assertThat(personOfNative("'ecid':' aB '")).isEqualTo("ecid: aB ");
    }

    @Test
    void ofSeveralValuesThePrimaryOneIsThePersonAndStandsFirst() {
        String json = "{'identityMap':{'email':[{'id':'a@b.c'},{'id':'d@e.f','primary':true}]}}";
        assertThat(only(decodeAep(quoted(json))).person()).isEqualTo("email:d@e.f");
        assertThat(only(decodeAep(quoted(json))).identities())
                .containsExactly(new Identity("email", "d@e.f"), new Identity("email", "a@b.c"));
    }

    @Test
    void withoutAPrimaryOneTheValueFromAnAttributeIsThePerson() {
        String json =
                "{'identityMap':{'email':[{'id':'a@b.c'},{'id':'d@e.f'}]},"
                        + "'xdm:personalEmail':{'xdm:address':'G@h.i'}}";
        assertThat(only(decodeAep(quoted(json))).person()).isEqualTo("email:g@h.i");
    }

    @Test
    void theFirstPathThatHasAValueCounts() {
        String both = "{'person':{'email':'a@b.c'},'personalEmail':{'address':'d@e.f'}}";
        String second = "{'person':{'email':'a@b.c'},'personalEmail':{'address':' '}}";
        assertThat(only(decodeAep(quoted(both))).person()).isEqualTo("email:d@e.f");
        assertThat(only(decodeAep(quoted(second))).person()).isEqualTo("email:a@b.c");
    }

    @Test
    void anIdentityInNativeAttributesCountsToo() {
        String json = "{'person':{},'attributes':{'personalEmail.address':'a@b.c'}}";
        assertThat(only(decodeNative(quoted(json))).person()).isEqualTo("email:a@b.c");
    }

    @Test
    void anAmbiguousNamespaceLeavesThePersonToTheNextButItsValuesStay() {
        String json = "{'person':{'email':['a@b.c','d@e.f'],'ecid':'1'}}";
        assertThat(only(decodeNative(quoted(json))).person()).isEqualTo("ecid:1");
        assertThat(only(decodeNative(quoted(json))).identities()).hasSize(3);
    }

    @Test
    void severalValuesThatNothingTellsApartAreRefused() {
        assertThat(decodeNative(quoted("{'person':{'email':['a@b.c','d@e.f']}}")).reason())
                .isEqualTo("ambiguous-identity");
    }

    @Test
    void twoPrimaryValuesPreferNeither() {
        String two = "[{'id':'a@b.c','primary':true},{'id':'d@e.f','primary':true}]";
        assertThat(decodeAep(quoted("{'identityMap':{'email':" + two + "}}")).reason())
                .isEqualTo("ambiguous-identity");
    }

    @Test
    void twoSpellingsOfOneValueAreOneValue() {
        assertThat(personOfNative("'email':['A@b.c','a@B.c ']")).isEqualTo("email:a@b.c");
        assertThat(personOfNative("'email':'A@b.c','Email':'a@b.c'")).isEqualTo("email:a@b.c");
    }

    @Test
    void atMostFiveValuesOfANamespaceAreKeptAndTheChosenOneIsAmongThem() {
        String many =
                IntStream.range(0, 50)
                        .mapToObj(i -> "{'id':'" + i + "','primary':" + (i == 40) + "}")
                        .collect(Collectors.joining(",", "[", "]"));
        var event = only(decodeAep(quoted("{'identityMap':{'ecid':" + many + "}}")));
        assertThat(event.person()).isEqualTo("ecid:40");
        assertThat(event.identities())
                .extracting(Identity::value)
                .containsExactly("40", "0", "1", "2", "3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\\n", "nobody", "@", "a@", "@b.c", "a b@c.d", "a@b.c d@e.f"})
    void whatIsNoEmailNamesNobodyAndTheNextNamespaceDecides(String email) {
        assertThat(personOfNative("'email':'" + email + "','ecid':'1'")).isEqualTo("ecid:1");
    }

    @Test
    void aNamespaceThatNobodyConfiguredIsNeverLookedAt() {
        assertThat(personOfNative("'ecid':'1','phone':17")).isEqualTo("ecid:1");
        assertThat(personOfMap("'ecid':[{'id':'1'}],'phone':'x'")).isEqualTo("ecid:1");
    }

    @Test
    void twoHundredAndFiftyFiveBytesAreNotTooLong() {
        assertThat(personOfNative("'ecid':'" + "ü".repeat(127) + "x'")).hasSize(5 + 128);
        assertThat(decodeNative(quoted("{'person':{'ecid':'" + "ü".repeat(128) + "'}}")).reason())
                .isEqualTo("identity-too-long");
    }

    private static String personOfNative(String person) {
        return only(decodeNative(quoted("{'person':{" + person + "}}"))).person();
    }

    private static String personOfMap(String map) {
        return only(decodeAep(quoted("{'identityMap':{" + map + "}}"))).person();
    }

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }
}
