/** Tests of what stands around the job: scripts, dashboard, alerts, manifests, pages. */
package io.rollcall.checks;
