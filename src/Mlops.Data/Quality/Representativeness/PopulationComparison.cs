using Mlops.Data.Quality.Checking;
using Mlops.Statistics.Equivalence;
using Mlops.Statistics.TwoSample.Categorical;

namespace Mlops.Data.Quality.Representativeness;

/// <summary>Holds the shares of groups against those of a population.</summary>
/// <remarks>
/// <para>The effect is the Jensen-Shannon distance in base 2 between observed and declared shares, with the interval of <see cref="EquivalenceTest"/> for a population
/// whose shares are known: it is the rows that are a sample. The verdict is the interval's against the bound, so that a million rows do not fail for a
/// difference that does not matter; the chi-square test beside it says whether any is detectable.</para>
/// <para>Weights are those of post-stratification (Holt and Smith 1979): declared over observed share, so that weighted rows have the declared shares. What
/// they cost is Kish's (1965) effective number of rows. Rows with a missing value are left out. O(rows).</para>
/// </remarks>
public static class PopulationComparison
{
    // Declared shares as counts of a population so large that they have no sampling error.
    private const double PopulationSize = 1e15;

    /// <summary>Compares data with a population.</summary>
    /// <param name="data">The data.</param>
    /// <param name="population">What the population is made of.</param>
    /// <param name="options">How; the defaults where left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public static RepresentativenessResult Compare(
        Dataset data,
        PopulationShares population,
        RepresentativenessOptions? options = null
    )
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(population);
        options ??= RepresentativenessOptions.Default;
        options.Check();
        var columns = population
            .Columns.Select(name => data.TryGetColumn(name, out var column) ? column : null)
            .OfType<Column>()
            .ToList();
        var result = new RepresentativenessResult
        {
            Status =
                columns.Count < population.Columns.Count ? ResultStatus.Absent
                : columns.Exists(column => column is not (NumericColumn or BooleanColumn or CategoryColumn))
                    ? ResultStatus.TypeMismatch
                : data.RowCount == 0 ? ResultStatus.Empty
                : ResultStatus.Ok,
            Population = population,
        };
        return result.Status == ResultStatus.Ok ? Compare(result, data, columns, options) : result;
    }

    private static RepresentativenessResult Compare(
        RepresentativenessResult result,
        Dataset data,
        List<Column> columns,
        RepresentativenessOptions options
    )
    {
        var population = result.Population;
        var names = population.Shares.Select(share => share.Values).ToList();
        var positions = names
            .Select((values, position) => (Key: PopulationShares.KeyOf(values), position))
            .ToDictionary(item => item.Key, item => item.position, StringComparer.Ordinal);
        var keys = RowKeys.Of(columns, out var keyCount);
        var groupOfKey = new int[keyCount];
        Array.Fill(groupOfKey, -1);
        var groupOf = new int[keys.Length];
        var counts = new List<long>(new long[names.Count]);
        for (var row = 0; row < keys.Length; row++)
        {
            groupOf[row] = -1;
            if (keys[row] < 0)
            {
                continue;
            }

            ref var group = ref groupOfKey[keys[row]];
            if (group < 0)
            {
                var at = row;
                string[] values = [.. columns.Select(column => TextOf(column, at))];
                if (!positions.TryGetValue(PopulationShares.KeyOf(values), out group))
                {
                    group = names.Count;
                    positions.Add(PopulationShares.KeyOf(values), group);
                    names.Add(values);
                    counts.Add(0);
                }
            }

            counts[group]++;
            groupOf[row] = group;
        }

        var total = counts.Sum();
        if (total == 0)
        {
            return result with { Status = ResultStatus.AllMissing, MissingCount = data.RowCount };
        }

        double[] declared = [.. names.Select((_, i) => i < population.Shares.Count ? population.Shares[i].Share : 0)];
        var groups = Groups(names, declared, population.Shares.Count, counts, total, options);
        double[] weights = [.. groupOf.Select(group => group < 0 ? 0 : groups[group].Weight)];
        var distance = EquivalenceTest.Evaluate(
            [.. declared.Select(share => (long)Math.Round(share * PopulationSize))],
            [.. counts],
            new EquivalenceOptions { Bound = options.Bound, ConfidenceLevel = options.ConfidenceLevel }
        );
        var (sum, squares) = (weights.Sum(), weights.Sum(weight => weight * weight));
        return result with
        {
            Status = distance.Status,
            Groups = groups,
            Distance = distance,
            GoodnessOfFit = ChiSquareTest.GoodnessOfFit([.. counts], declared),
            RowWeights = weights,
            EffectiveCount = squares == 0 ? 0 : sum * sum / squares,
            MissingCount = data.RowCount - total,
        };
    }

    private static List<GroupRepresentation> Groups(
        List<IReadOnlyList<string>> names,
        double[] declared,
        int declaredCount,
        List<long> counts,
        long total,
        RepresentativenessOptions options
    )
    {
        var each = 1 - ((1 - options.ConfidenceLevel) / names.Count);
        return
        [
            .. names.Select(
                (values, i) =>
                    new GroupRepresentation
                    {
                        Name = string.Join(" × ", values),
                        DeclaredShare = declared[i],
                        Observed = ShareOfRows.Of(counts[i], total, each),
                        IsDeclared = i < declaredCount,
                        Weight = counts[i] == 0 ? 0 : declared[i] / ((double)counts[i] / total),
                    }
            ),
        ];
    }

    private static string TextOf(Column column, int row) =>
        column is CategoryColumn category ? category[row]! : RowText.Of(column, row);
}
