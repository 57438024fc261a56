package io.bitroutes.ledger;

import java.time.Instant;

/**
 * A file that an export has put, or begins to put, on a share.
 *
 * @param share the address of the share
 * @param name its final name there
 * @param token what tells its temporary name from those of other tries
 * @param fire the fire time it belongs to
 */
public record PublishedFile(String share, String name, String token, Instant fire) {}
