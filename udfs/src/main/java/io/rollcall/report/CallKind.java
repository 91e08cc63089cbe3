package io.rollcall.report;

import java.time.Duration;

/** The kinds of call, each with how long Marketo itself may work on one before it gives up. */
public enum CallKind {
    /** Get Leads by Filter Type: identities to lead ids. */
    LOOKUP(60),
    /** Sync Leads: create or update, which also tells the lead id. */
    UPSERT(90),
    /** Add to List. */
    ADD(30),
    /** Remove from List. */
    REMOVE(30),
    /** Get Leads by List Id: one page of a list's members. */
    READ(60),
    /** Get Daily Usage. */
    USAGE(30),
    /** Describe Lead2: which fields there are. */
    DESCRIBE(30),
    /** Get Lead Partitions. */
    PARTITIONS(30),
    /** Get Folder by Name, Get Program by Name. */
    FOLDER_FIND(30),
    /** Get Static List by Name. */
    LIST_FIND(30),
    /** Create Static List. */
    LIST_CREATE(30),
    /** Update Static List Metadata. */
    LIST_RENAME(30),
    /** Delete Leads: of people who asked to be forgotten. */
    DELETE(30),
    /** Import Leads: a file of many people for one list. */
    IMPORT(120),
    /** Get Import Lead Status. */
    IMPORT_STATUS(30),
    /** Get Import Lead Failures. */
    IMPORT_FAILURES(60),
    /** Get Import Lead Warnings. */
    IMPORT_WARNINGS(60),
    /**
     * Some of the people in an import's file: no request of its own. How long one may run nobody
     * tells, so an import of which nothing is known is given an hour.
     */
    ROWS(3600),
    /** Create Export Lead Job: of all who are on a list. */
    EXTRACT_CREATE(30),
    /** Enqueue Export Lead Job. */
    EXTRACT_QUEUE(30),
    /** Get Export Lead Job Status. */
    EXTRACT_STATUS(30),
    /** Get Export Lead File: some of its rows. */
    EXTRACT_FILE(60),
    /**
     * Add Leads to List of the Data Ingestion API: taken now and carried out within hours, by
     * another service with limits of its own.
     */
    INGEST(30);

    private final Duration timeout;

    CallKind(int seconds) {
        this.timeout = Duration.ofSeconds(seconds);
    }

    /** When the client gives up; longer than Marketo's own, since the call runs on there. */
    public Duration timeout() {
        return timeout;
    }

    /** Whether it is sent by itself. */
    public boolean isRequest() {
        return this != ROWS;
    }

    /** Whether it takes a credit, a permit and a call of the day, all of Marketo's REST API. */
    public boolean isRest() {
        return isRequest() && this != INGEST;
    }

    /** People that one call takes at most. */
    public int mostMembers() {
        return this == INGEST ? 1_000 : 300;
    }

    /** About an import: what its report says stands in {@link Report#batch()}. */
    public boolean isImport() {
        return switch (this) {
            case IMPORT, IMPORT_STATUS, IMPORT_FAILURES, IMPORT_WARNINGS -> true;
            default -> false;
        };
    }

    /** About an extract: how far it is stands in {@link ListPage#export()}. */
    public boolean isExtract() {
        return switch (this) {
            case EXTRACT_CREATE, EXTRACT_QUEUE, EXTRACT_STATUS, EXTRACT_FILE -> true;
            default -> false;
        };
    }

    /** Serves to learn who is on a list, and changes nothing. */
    public boolean readsList() {
        return this == READ || isExtract();
    }

    public boolean changesList() {
        return this == ADD || this == REMOVE || this == INGEST;
    }

    /** Asks or arranges what has to be so before anybody can be sent. */
    public boolean isSetUp() {
        return switch (this) {
            case DESCRIBE, PARTITIONS, FOLDER_FIND, LIST_FIND, LIST_CREATE, LIST_RENAME -> true;
            default -> false;
        };
    }

    /** Add against remove on the same (list, lead). */
    public boolean contraryTo(CallKind other) {
        return adds() && other == REMOVE || this == REMOVE && other.adds();
    }

    private boolean adds() {
        return this == ADD || this == ROWS || this == INGEST;
    }
}
