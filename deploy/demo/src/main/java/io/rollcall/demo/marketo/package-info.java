/** The sandbox as its admin API shows it: nothing that the pipeline sees is used here. */
package io.rollcall.demo.marketo;
