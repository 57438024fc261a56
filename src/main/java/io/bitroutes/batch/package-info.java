/** Records to batches and request ids, kept on disk as they will be sent; the fence; verdicts. */
package io.bitroutes.batch;
