package io.rollcall.tools;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a tool answered. */
record Answer(int code, String out, String err) {

    static Answer to(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Tools.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Answer(code, out.toString(), err.toString());
    }
}
