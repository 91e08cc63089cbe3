package io.rollcall.event.decode;

/** Experience Platform writes field names with and without their prefix; they mean the same. */
final class XdmNames {

    private static final String PREFIX = "xdm:";

    private XdmNames() {}

    static String bare(String name) {
        return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
    }
}
