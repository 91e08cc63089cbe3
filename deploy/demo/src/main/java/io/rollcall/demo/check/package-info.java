/**
 * Who should be on which list, worked out a second time. Shares no code with the pipeline: what
 * both misread, no demo would show.
 */
package io.rollcall.demo.check;
