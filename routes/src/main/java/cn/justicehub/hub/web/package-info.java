/** The HTTP edge: each request becomes one typed record and goes to a route. */
@NullMarked
package cn.justicehub.hub.web;

import org.jspecify.annotations.NullMarked;
