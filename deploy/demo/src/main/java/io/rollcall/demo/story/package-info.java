/** What happens in the demo: people, what is said of them, and when. The same for the same seed. */
package io.rollcall.demo.story;
