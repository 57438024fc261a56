/** Bytes to records with row numbers: CSV, JSON, charset, aliases, checks. Never sends anything. */
package io.bitroutes.record;
