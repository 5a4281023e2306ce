using Mlops.Data.Quality.Representativeness;
using Mlops.Reporting;

namespace Mlops.Data.Quality.Exploration;

/// <summary>Says how well rows represent a population.</summary>
internal static class PopulationFindings
{
    public const string Representativeness = "explore/representativeness";

    public static IEnumerable<ExplorationFinding> Of(IEnumerable<RepresentativenessResult> results) =>
        results.Select(Of);

    private static ExplorationFinding Of(RepresentativenessResult result)
    {
        var gone = result.MissingGroups.Select(group => group.Name).ToList();
        var absent = gone.Count == 0 ? "" : $" No row is of {string.Join(", ", gone.Take(5))}.";
        if (result.Distance is not { } distance)
        {
            return new ExplorationFinding(
                Representativeness,
                result.Population.Name,
                Verdict.Inconclusive,
                result.Status switch
                {
                    ResultStatus.Absent => "The column is not there.",
                    ResultStatus.TypeMismatch => "The column holds no groups.",
                    ResultStatus.Empty => "There are no rows.",
                    _ => "It has no values.",
                }
            )
            {
                Advice = "See whether the column is named and filled as in the population's table.",
            };
        }

        return new ExplorationFinding(
            Representativeness,
            result.Population.Name,
            result.Verdict,
            $"The shares of its groups lie at a distance of {ReportFormat.Fixed(distance.Effect, 3)} from the population's (interval {ReportFormat.Fixed(distance.Interval.Lower, 3)} to {ReportFormat.Fixed(distance.Interval.Upper, 3)}; bound {ReportFormat.Fixed(distance.Bound, 2)}). Weighted to the population, the rows are worth {ReportFormat.Count((long)Math.Round(result.EffectiveCount))}.{absent}"
        )
        {
            Observed = distance.Effect,
            Bound = distance.Bound,
            Interval = distance.Interval,
            Advice =
                result.Verdict == Verdict.Pass ? ""
                : gone.Count > 0 ? "Collect rows of the groups that are missing: no weight can bring them back."
                : result.Verdict == Verdict.Fail
                    ? "Weight rows by the group weights, or collect more of the groups that are short."
                : "Collect more rows to tell.",
        };
    }
}
