/** One batch to a verdict for every record: send, judge, isolate. */
package io.bitroutes.deliver;
