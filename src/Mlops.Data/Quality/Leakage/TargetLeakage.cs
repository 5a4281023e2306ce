namespace Mlops.Data.Quality.Leakage;

/// <summary>Asks of each feature how well it alone tells the label: one that tells all of it mostly knows what will be known only later.</summary>
/// <remarks>
/// <para>Of classes the power is 2 AUC - 1 = |Somers' D| for each class against the rest, the greatest of them; of numbers the share of the variance of the label's
/// ranks. It is measured by groups (categories, or about twenty intervals of equally many rows, values of a twentieth of the rows alone), each row scored from the
/// rows of other folds, so that a feature with a different value in every row tells nothing; and of numbers by order as well: 2 AUC - 1 of the values
/// themselves, or the squared Spearman correlation. The greater of both counts.</para>
/// <para>Intervals: of AUC by the placements' variance on the logit scale (<see cref="Statistics.EffectSizes.ProbabilityOfSuperiority"/>), of Spearman's ρ by Fisher's z
/// with Bonett and Wright's (2000) variance, of the explained share by the delta method; at Bonferroni's level over what was tried.
/// Missing values are left out of a feature's own power, and measured as a feature of their own.</para>
/// <para>A power of 1 is no proof of a leak: a rule may have made the label from the feature, rightly. It is what to ask about first. Kaufman, Rosset, Perlich
/// and Stitelman (2012), "Leakage in data mining". O(features × rows log rows × classes), features in parallel; same seed, same answer.</para>
/// </remarks>
public static class TargetLeakage
{
    /// <summary>Measures every feature.</summary>
    /// <param name="data">The data with the label.</param>
    /// <param name="options">How; the defaults where left out.</param>
    /// <param name="cancellationToken">Ends the work between features.</param>
    /// <returns>The powers; without a label, a status.</returns>
    /// <exception cref="ArgumentException">A label is named that is not there.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static LeakageResult Measure(
        Dataset data,
        LeakageOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(data);
        options ??= LeakageOptions.Default;
        options.Check();
        if (LabelValues.ColumnOf(data, options.Label) is not { } column)
        {
            return new LeakageResult { Status = ResultStatus.Absent, Label = "" };
        }

        var label = LabelValues.Of(column, options.LabelReading);
        var result = new LeakageResult
        {
            Status = label.Status,
            Label = column.Name,
            Classes = label.Classes,
        };
        if (label.Status != ResultStatus.Ok)
        {
            return result;
        }

        var features = data
            .Columns.Where(feature =>
                feature.Name != column.Name
                && data.Schema[feature.Name].Role is null or ColumnRole.Feature
                && (feature.Kind != ColumnKind.Time || data.Schema[feature.Name].Role is not null)
            )
            .ToList();
        var measured = features.Where(feature => feature is NumericColumn or BooleanColumn or CategoryColumn).ToArray();
        var powers = new (FeaturePower Own, FeaturePower? Missing)[measured.Length];
        var folds = Folds.Of(data.RowCount, options);
        Parallel.For(
            0,
            measured.Length,
            new ParallelOptions { CancellationToken = cancellationToken },
            i =>
                powers[i] = (
                    PowerMeasurement.Of(measured[i], label, folds, options),
                    measured[i].MissingCount is 0 || measured[i].MissingCount == measured[i].Length
                        ? null
                        : PowerMeasurement.OfMissing(measured[i], label, folds, options)
                )
        );
        return result with
        {
            Features = Ordered(powers.Select(power => power.Own)),
            Missingness = Ordered(powers.Select(power => power.Missing).OfType<FeaturePower>()),
            NotMeasured = [.. features.Except(measured).Select(feature => feature.Name)],
        };
    }

    private static IReadOnlyList<FeaturePower> Ordered(IEnumerable<FeaturePower> powers) =>
        [.. powers.OrderByDescending(power => double.IsNaN(power.Power) ? -1 : power.Power)];
}
