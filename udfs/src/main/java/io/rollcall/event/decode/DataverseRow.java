package io.rollcall.event.decode;

/** A row of people and when it became so (epoch ms), 0 for when it arrived. */
record DataverseRow(String table, String id, DataverseColumns columns, long at) {

    long at(Arrival arrival) throws RefusedException {
        return at > 0 ? at : arrival.time();
    }
}
