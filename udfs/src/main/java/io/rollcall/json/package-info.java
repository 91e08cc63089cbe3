/** How records are written as JSON. */
package io.rollcall.json;
