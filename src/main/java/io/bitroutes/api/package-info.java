/** What BitAnswer is: its operations, the envelope of its answers, its paths and queries. Imports nothing of the house. */
package io.bitroutes.api;
