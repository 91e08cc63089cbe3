package io.rollcall.schedule;

import io.rollcall.activation.ListName;
import io.rollcall.marketo.ErrorLevel;
import io.rollcall.marketo.ErrorTable;
import io.rollcall.marketo.Reaction;
import io.rollcall.report.Asset;
import io.rollcall.report.CallKind;
import io.rollcall.report.Report;
import io.rollcall.report.SetUp;
import io.rollcall.report.Verdict;
import io.rollcall.schedule.NamedList.Stage;
import java.util.List;

/**
 * The way of one list from its name to its id: which call comes next, and what an end means for it.
 * Pure: the state goes in and the new one comes out.
 */
final class ListSteps {

    /** Marketo knows a list it just made a moment later only (2.5 s were observed to do). */
    static final long NEW_MS = 5_000;

    static final String GONE =
            "the list is gone from Marketo (1013); nothing is sent and none is made in its place:"
                    + " restore it, make one of this name in its folder, or name another list";

    /** When what is held, gone or new is to be looked at again (epoch ms). */
    record Moments(long again, long goneAgain, long usable) {

        static Moments from(long now, Probes probes) {
            return new Moments(
                    now + probes.access().toMillis(), now + probes.list().toMillis(), now + NEW_MS);
        }
    }

    private ListSteps() {}

    /** The kind of the call that is due, null for none. */
    static CallKind next(NamedList list) {
        return switch (list.stage()) {
            case FOLDER -> CallKind.FOLDER_FIND;
            case SEARCH, GONE -> CallKind.LIST_FIND;
            case MISSING -> CallKind.LIST_CREATE;
            case MISNAMED -> CallKind.LIST_RENAME;
            case NEW, FOUND -> null;
        };
    }

    static SetUp asking(NamedList list) {
        ListName wanted = list.wanted();
        Asset.Type parent = wanted.program() ? Asset.Type.PROGRAM : Asset.Type.FOLDER;
        Asset asked =
                list.stage() == Stage.FOLDER
                        ? Asset.of(parent, wanted.folder(), 0, wanted.workspace())
                        : new Asset(
                                Asset.Type.LIST,
                                wanted.name(),
                                list.list(),
                                wanted.workspace(),
                                parent,
                                list.folder());
        return SetUp.asking(list.key(), asked);
    }

    /** Facts count whoever asked, but an answer to a question that is past does not. */
    static NamedList ended(NamedList list, Report end, Moments at) {
        if (end.call() == CallKind.LIST_CREATE) {
            return created(list.madeBy(Math.max(list.madeBy(), end.offset())), end, at);
        }
        if (end.call() != next(list) || end.verdict() == Verdict.PERHAPS) {
            return list;
        }
        if (end.verdict() == Verdict.NOT_DONE) {
            return refused(list, end, at);
        }
        return switch (end.call()) {
            case FOLDER_FIND -> folder(list, end.setUp().found(), at);
            case LIST_FIND -> end.sequence() > list.madeBy() ? search(list, end, at) : list;
            default -> renamed(list, end, at);
        };
    }

    private static NamedList folder(NamedList list, List<Asset> found, Moments at) {
        if (found.size() == 1) {
            return list.inFolder(found.get(0).id());
        }
        ListName wanted = list.wanted();
        String kind = wanted.program() ? "program" : "folder";
        String where = wanted.workspace() == null ? "" : " in workspace " + wanted.workspace();
        String named = kind + " " + wanted.folder() + where;
        return list.held(
                found.isEmpty()
                        ? "Marketo has no " + named + "; make it there, or correct list." + kind
                        : "Marketo has " + found.size() + " of " + named + "; use its id",
                at.again());
    }

    private static NamedList search(NamedList list, Report end, Moments at) {
        List<Asset> found = end.setUp().found();
        List<Asset> here = found.stream().filter(one -> isInFolder(one, list)).toList();
        if (here.size() == 1) {
            return list.found(here.get(0).id(), here.get(0).name());
        }
        if (list.stage() == Stage.GONE) {
            return list.held(GONE, at.goneAgain());
        }
        if (here.size() > 1) {
            return list.held(
                    "Marketo has " + here.size() + " lists of this name; use list.id", at.again());
        }
        if (!found.isEmpty()) {
            return list.held(elsewhere(found.get(0)), at.again());
        }
        return list.wanted().folder() != null
                ? list.at(Stage.MISSING)
                : list.held(
                        "Marketo has no list of this name; give list.folder to have it made there",
                        at.again());
    }

    private static boolean isInFolder(Asset found, NamedList list) {
        boolean program = found.parentType() == Asset.Type.PROGRAM;
        return list.folder() == 0
                || found.parent() == list.folder() && program == list.wanted().program();
    }

    private static String elsewhere(Asset found) {
        String kind = found.parentType() == Asset.Type.PROGRAM ? "program" : "folder";
        return "a list of this name (id "
                + found.id()
                + ") stands in "
                + kind
                + " "
                + found.parent()
                + "; correct list.folder, or use list.id";
    }

    /** Perhaps made is looked for again, never made again unseen. */
    private static NamedList created(NamedList list, Report end, Moments at) {
        if (list.list() != 0) {
            return list;
        }
        if (end.verdict() == Verdict.DONE && end.setUp().found().size() == 1) {
            return list.made(end.setUp().found().get(0).id(), at.usable());
        }
        boolean refusedForGood =
                end.verdict() == Verdict.NOT_DONE
                        && list.stage() == Stage.MISSING
                        && end.code() != null;
        NamedList again = list.stage() == Stage.MISSING ? list.at(Stage.SEARCH) : list;
        return refusedForGood ? refused(again, end, at) : again;
    }

    private static NamedList renamed(NamedList list, Report end, Moments at) {
        return end.setUp().found().isEmpty()
                ? list.at(Stage.GONE).held(GONE, at.goneAgain())
                : list.at(Stage.FOUND).found(list.list(), list.wanted().name());
    }

    /** What concerns this list alone holds it; what concerns everybody is the reactions' matter. */
    private static NamedList refused(NamedList list, Report end, Moments at) {
        return isOfOneList(end) ? list.held(advice(end.code()), at.again()) : list;
    }

    static boolean isOfOneList(Report end) {
        if (end.verdict() != Verdict.NOT_DONE || end.code() == null) {
            return false;
        }
        return switch (ErrorTable.verdict(end.code(), ErrorLevel.RESPONSE).reaction()) {
            case SPLIT, LIST_GONE, ACCESS -> true;
            default -> false;
        };
    }

    private static String advice(String code) {
        boolean access =
                ErrorTable.verdict(code, ErrorLevel.RESPONSE).reaction() == Reaction.ACCESS;
        return code
                + ": "
                + ErrorTable.verdict(code, ErrorLevel.RESPONSE).advice()
                + (access
                        ? " Lists by name need Read-Write Assets as well; list.id does not."
                        : "");
    }
}
