# The command hinterland from R: hinterland("concentration", "gva.csv", measure = "theil"), and a function for every verb.

.command <- function() {
  told <- Sys.getenv("HINTERLAND")
  path <- Sys.which(if (nzchar(told)) told else "hinterland")
  if (nzchar(path)) return(unname(path))
  .fail(paste(
    "The command 'hinterland' is not to be found. Build it with 'swift build -c release --product hinterland' in its",
    "repository; then put it on the PATH or set HINTERLAND to its file."
  ), "missing_command", NA)
}

.fail <- function(message, kind, status) {
  classes <- c(paste0("hinterland_", kind), "hinterland_error", "error", "condition")
  stop(structure(class = classes, list(message = message, call = NULL, status = status)))
}

.kinds <- c("1" = "answer_is_no", "2" = "usage_error", "3" = "input_error", "4" = "not_computable")

# Keywords as options: TRUE is a flag, a named vector is NAME=VALUE, several values are an option given again.
.words <- function(options) {
  unlist(lapply(names(options), function(keyword) {
    value <- options[[keyword]]
    name <- paste0("--", gsub("_", "-", keyword))
    if (is.null(value) || identical(value, FALSE)) return(NULL)
    if (isTRUE(value)) return(name)
    value <- if (is.numeric(value)) format(value, digits = 17, scientific = FALSE, trim = TRUE) else as.character(value)
    if (keyword %in% c("measure", "cell")) {
      if (!is.null(names(options[[keyword]]))) value <- paste0(names(options[[keyword]]), "=", value)
      value <- paste(value, collapse = ",")
    } else if (!is.null(names(options[[keyword]]))) {
      value <- paste0(names(options[[keyword]]), "=", value)
    }
    paste0(name, "=", value)
  }))
}

hinterland <- function(verb, ..., quiet = FALSE) {
  given <- list(...)
  named <- if (is.null(names(given))) rep("", length(given)) else names(given)
  command <- .command()
  files <- tempfile(c("out", "err", "in"))
  on.exit(unlink(files))
  words <- verb
  input <- ""
  for (one in given[named == ""]) {
    if (is.data.frame(one)) {
      utils::write.csv(one, files[3], row.names = FALSE, na = "", fileEncoding = "UTF-8")
      input <- files[3]
      words <- c(words, "-")
    } else words <- c(words, as.character(one))
  }
  words <- c(words, .words(given[named != ""]))
  tabular <- !verb %in% c("init", "report", "rerun") && !any(c("out", "format") %in% named)
  if (tabular) words <- c(words, "--format=csv")
  status <- system2(command, shQuote(words), stdout = files[1], stderr = files[2], stdin = input)
  said <- readLines(files[2], encoding = "UTF-8", warn = FALSE)
  at <- if (status == 0) integer() else grep("^Error", said)
  notices <- if (length(at)) said[seq_len(at[1] - 1)] else said
  if (!quiet) for (line in notices) message(line)
  no <- status == 1 && tabular && file.size(files[1]) > 0
  if (status != 0 && !no) {
    text <- if (length(at)) said[at[1]:length(said)] else "The command ended without a word."
    usage <- grep("^Usage:", text)
    if (length(usage)) text <- text[seq_len(usage[1] - 1)]
    kind <- .kinds[as.character(status)]
    .fail(sub("^Error: ", "", paste(text, collapse = "\n")), if (is.na(kind)) "bug" else unname(kind), status)
  }
  if (!tabular) {
    return(invisible(paste(readLines(files[1], encoding = "UTF-8", warn = FALSE), collapse = "\n")))
  }
  table <- utils::read.csv(files[1], colClasses = "character", na.strings = "", check.names = FALSE, encoding = "UTF-8")
  if (verb != "read") for (name in intersect(c("value", "lower", "upper", "distance", "event_time"), names(table))) {
    number <- suppressWarnings(as.numeric(table[[name]]))
    if (!any(is.na(number) & !is.na(table[[name]]))) table[[name]] <- number
  }
  attr(table, "notices") <- notices
  attr(table, "ok") <- status == 0
  table
}

# A function for every verb that the command's help lists; one whose name base R has, such as diff, is hinterland_diff.
.onLoad <- function(libname, pkgname) {
  space <- parent.env(environment())
  command <- tryCatch(.command(), hinterland_error = function(error) NULL)
  if (is.null(command)) return(invisible())
  help <- suppressWarnings(system2(command, "--help", stdout = TRUE, stderr = FALSE))
  start <- grep("^SUBCOMMANDS:", help)
  if (!length(start)) return(invisible())
  lines <- grep("^  [a-z]", help[-seq_len(start[1])], value = TRUE)
  for (verb in sub("^  ([a-z-]+).*", "\\1", lines)) {
    name <- gsub("-", "_", verb)
    if (exists(name, envir = baseenv(), inherits = FALSE)) name <- paste0("hinterland_", name)
    assign(name, local({ verb <- verb; function(..., quiet = FALSE) hinterland(verb, ..., quiet = quiet) }), envir = space)
  }
}

.onAttach <- function(libname, pkgname) {
  tryCatch(.command(), hinterland_error = function(error) packageStartupMessage(conditionMessage(error)))
}
