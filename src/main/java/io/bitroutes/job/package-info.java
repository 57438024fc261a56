/** A file's life: claim, prepare, settle; each step can be taken again after a kill. */
package io.bitroutes.job;
