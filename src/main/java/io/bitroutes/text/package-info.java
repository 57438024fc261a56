/** Texts for people, in English and Chinese, from one message bundle. */
package io.bitroutes.text;
