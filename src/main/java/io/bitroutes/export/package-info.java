/** What BitAnswer holds, page after page into one file. Knows nothing of schedules and shares. */
package io.bitroutes.export;
