using Mlops.Data.Quality.Constraints;
using Mlops.Reporting.Checks;

namespace Mlops.Data.Quality.Reports;

/// <summary>What a quality report asks. The ids are what code hosts know an alert by: they never change.</summary>
internal static class QualityCheckRules
{
    public static CheckRule Of(DataConstraint constraint) =>
        constraint.Kind switch
        {
            "exists" => new(
                "quality/exists",
                "The column is there.",
                "It was renamed, or left out where the data come from."
            ),
            "type" => new(
                "quality/type",
                "The values are of the kind that is demanded.",
                "Look for texts among numbers, such as a word for missing, and for columns that have moved."
            ),
            "range" => new(
                "quality/range",
                "The numbers lie within their limits.",
                "Look for another unit, a misplaced decimal sign or a code for missing."
            ),
            "missing" => new(
                "quality/missing",
                "No more values are missing than is tolerated.",
                "Look at how the column is collected and joined."
            ),
            "domain" => new(
                "quality/domain",
                "The values are of the list.",
                "Look for new and misspelt categories, and for another language or letter case."
            ),
            "unique" => new(
                "quality/unique",
                "No key comes twice.",
                "Look for rows that were delivered or joined twice."
            ),
            "length" => new(
                "quality/length",
                "The texts are as long as they may be.",
                "Look for texts that were cut off, padded or put into the wrong column."
            ),
            "pattern" => new(
                "quality/pattern",
                "The texts match the pattern.",
                "Look for another format where the values come from."
            ),
            "rows" => new(
                "quality/rows",
                "There are as many rows as there should be.",
                "See whether the delivery is complete."
            ),
            "freshness" => new(
                "quality/freshness",
                "The newest time is not too old.",
                "See whether the last delivery arrived."
            ),
            "monotony" => new(
                "quality/monotony",
                "The values follow each other in order.",
                "Look for rows that came late or were shuffled."
            ),
            "rule" => new(
                "quality/rule",
                "Every row keeps the rule.",
                "Look at the rows, and at how their values are computed."
            ),
            _ => new("quality/custom", "The code of the constraint is content with the data."),
        };
}
