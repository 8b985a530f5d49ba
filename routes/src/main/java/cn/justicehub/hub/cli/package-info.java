/** The command line: {@code hub} runs the hub, its subcommands prepare what an operator must provide. */
@NullMarked
package cn.justicehub.hub.cli;

import org.jspecify.annotations.NullMarked;
