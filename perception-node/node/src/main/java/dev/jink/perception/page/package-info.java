/**
 * The live page: what the node sees and does, in a browser. Read-only, nothing from outside of this
 * machine, and nothing of it on the path: who watches copies what the path left behind.
 */
package dev.jink.perception.page;
