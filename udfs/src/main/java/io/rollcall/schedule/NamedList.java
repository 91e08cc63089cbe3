package io.rollcall.schedule;

import io.rollcall.activation.ListName;
import io.rollcall.pack.Packer;
import io.rollcall.pack.Unpacker;

/**
 * How far a list that is known by name has come. {@code matter} is the audience it is for, {@code
 * name} what Marketo called the list when last seen, {@code madeBy} the offset of the newest end of
 * a creation: a search announced before it says nothing. {@code reason} is why nothing goes on
 * before {@code notBefore} (epoch ms), null where nothing is wrong.
 */
record NamedList(
        ListName wanted,
        String matter,
        Stage stage,
        long folder,
        long list,
        String name,
        long madeBy,
        long notBefore,
        String reason) {

    private static final int VERSION = 1;

    /** Written in state by ordinal: append only. */
    enum Stage {
        /** The folder is to be found. */
        FOLDER,
        /** The list is to be found. */
        SEARCH,
        /** It was looked for and is not there. */
        MISSING,
        /** Just made: Marketo takes a moment until it knows its own list. */
        NEW,
        FOUND,
        /** Found, and to be called otherwise. */
        MISNAMED,
        /** It was there and is not any more: looked for now and then, never made anew. */
        GONE
    }

    static NamedList wanted(ListName wanted, String matter) {
        boolean folderKnown = wanted.folder() == null || wanted.folderId() != 0;
        return new NamedList(
                wanted,
                matter,
                folderKnown ? Stage.SEARCH : Stage.FOLDER,
                wanted.folderId(),
                0,
                null,
                -1,
                0,
                null);
    }

    String key() {
        return wanted.key();
    }

    boolean isUsable() {
        return stage == Stage.FOUND || stage == Stage.MISNAMED;
    }

    NamedList at(Stage next) {
        return new NamedList(wanted, matter, next, folder, list, name, madeBy, 0, null);
    }

    NamedList inFolder(long id) {
        return new NamedList(wanted, matter, Stage.SEARCH, id, list, name, madeBy, 0, null);
    }

    /** Held until then, and tried again. */
    NamedList held(String why, long until) {
        return new NamedList(wanted, matter, stage, folder, list, name, madeBy, until, why);
    }

    NamedList madeBy(long offset) {
        return new NamedList(wanted, matter, stage, folder, list, name, offset, notBefore, reason);
    }

    NamedList made(long id, long usableAt) {
        return new NamedList(
                wanted, matter, Stage.NEW, folder, id, wanted.name(), madeBy, usableAt, null);
    }

    NamedList found(long id, String called) {
        Stage next = called.equals(wanted.name()) ? Stage.FOUND : Stage.MISNAMED;
        return new NamedList(wanted, matter, next, folder, id, called, madeBy, 0, null);
    }

    /** The same list under the name that the configuration has for it now. */
    NamedList renamedTo(ListName newName) {
        return new NamedList(
                newName,
                matter,
                newName.name().equals(name) ? Stage.FOUND : Stage.MISNAMED,
                folder,
                list,
                name,
                madeBy,
                0,
                null);
    }

    byte[] encode() {
        Packer out = new Packer();
        out.put(VERSION);
        out.string(wanted.name());
        out.string(wanted.folder());
        out.string(wanted.workspace());
        out.put((wanted.program() ? 1 : 0) + (wanted.rename() ? 2 : 0));
        out.string(matter);
        out.put(stage.ordinal());
        out.varint(folder);
        out.varint(list);
        out.string(name);
        out.varint(madeBy + 1);
        out.varint(notBefore);
        out.string(reason);
        return out.bytes();
    }

    static NamedList decode(byte[] bytes) {
        Unpacker in = new Unpacker(bytes);
        Version.check(in.get(), VERSION, "list by name");
        String name = in.string();
        String folder = in.string();
        String workspace = in.string();
        int flags = in.get();
        return new NamedList(
                new ListName(name, folder, (flags & 1) != 0, workspace, (flags & 2) != 0),
                in.string(),
                Stage.values()[in.get()],
                in.varint(),
                in.varint(),
                in.string(),
                in.varint() - 1,
                in.varint(),
                in.string());
    }
}
