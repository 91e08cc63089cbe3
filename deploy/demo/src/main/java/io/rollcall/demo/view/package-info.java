/** What people see of the demo. */
package io.rollcall.demo.view;
