/** How it goes, for people and machines: health, metrics, STATUS.txt. */
package io.bitroutes.ops;
