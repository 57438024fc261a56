/** Jobs and the outcomes of their batches, kept in a database so that nothing is lost and nothing is sent twice. */
package io.bitroutes.ledger;
