if (nzchar(Sys.getenv("HINTERLAND")) || nzchar(Sys.which("hinterland"))) {
  library(hinterland)
  jobs <- data.frame(region = c("01", "02", "01", "02"), industry = c("10-12", "10-12", "3E5", "3E5"),
                     period = "2015", value = c(5, 7, 4, 1))
  theil <- concentration(jobs, measure = c("theil", "hhi"), quiet = TRUE)
  stopifnot(setequal(theil$industry, c("10-12", "3E5")), is.character(theil$period), is.numeric(theil$value))
  failed <- tryCatch(concentration(jobs, measure = "teil"), hinterland_usage_error = conditionMessage)
  stopifnot(grepl("did you mean 'theil'", failed))
  failed <- tryCatch(concentration("nowhere.csv"), hinterland_input_error = conditionMessage)
  stopifnot(grepl("There is no file 'nowhere.csv'", failed))
} else cat("skipped: the command hinterland is not at hand\n")
