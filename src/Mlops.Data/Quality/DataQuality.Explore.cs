using Mlops.Data.Quality.Duplicates;
using Mlops.Data.Quality.Exploration;
using Mlops.Data.Quality.LabelNoise;
using Mlops.Data.Quality.Leakage;
using Mlops.Data.Quality.Outliers;
using Mlops.Data.Quality.Representativeness;

namespace Mlops.Data.Quality;

public static partial class DataQuality
{
    /// <summary>Looks for what is commonly wrong with data, with nothing stated: outliers, duplicates, leaks of the label, wrong labels, and groups that are over- or under-represented.</summary>
    /// <param name="data">The data.</param>
    /// <param name="options">What is looked for, with the label, a reference and population shares where they are known; the defaults where left out.</param>
    /// <param name="progress">Told the share of the search for wrong labels that is done, which takes by far the longest.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>A report; it is made whatever is wrong with the data.</returns>
    /// <remarks>
    /// Duplicate rows, leaks, rows of the reference, contradictory labels and representativeness count for the verdict. Outliers, labels that neighbours contradict,
    /// and columns that say the same are hints: whether they are wrong is for people to say.
    /// </remarks>
    /// <exception cref="ArgumentException">A column is named that is not there.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static ExplorationReport Explore(
        Dataset data,
        ExplorationOptions? options = null,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(data);
        options ??= ExplorationOptions.Default;
        options.Check();
        var reference = options.Reference;
        if (options.Label is { } label)
        {
            data = data.WithRole(label, ColumnRole.Label);
            reference =
                reference is not null && reference.TryGetColumn(label, out _)
                    ? reference.WithRole(label, ColumnRole.Label)
                    : reference;
            options = options with
            {
                Leakage = options.Leakage with { Label = label },
                LabelNoise = options.LabelNoise with { Label = label },
            };
        }

        var outliers = OutlierFences.Fit(reference ?? data, options.Outliers).Find(data);
        var duplicates = DuplicateSearch.Find(data, options.Duplicates);
        cancellationToken.ThrowIfCancellationRequested();
        var leakage = TargetLeakage.Measure(data, options.Leakage, cancellationToken);
        var overlap = reference is null ? null : DataOverlap.Find(reference, data, options.Overlap);
        var times = reference is null ? null : TimeOrder.Check(reference, data);
        var noise = LabelNoiseSearch.Find(data, options.LabelNoise, progress, cancellationToken);
        List<RepresentativenessResult> populations =
        [
            .. options.Populations.Select(population =>
                PopulationComparison.Compare(data, population, options.Representativeness)
            ),
        ];
        return new ExplorationReport
        {
            Findings =
            [
                .. LeakageFindings.Of(leakage, overlap, times),
                .. LabelFindings.Of(noise, options),
                .. RowFindings.Of(duplicates, outliers, options),
                .. PopulationFindings.Of(populations),
            ],
            Data = new CheckedData(data.Name, data.RowCount, data.Digest),
            Reference = reference is null
                ? null
                : new CheckedData(reference.Name, reference.RowCount, reference.Digest),
            Options = options,
            Outliers = outliers,
            Duplicates = duplicates,
            Leakage = leakage,
            Overlap = overlap,
            TimeOrder = times,
            LabelNoise = noise,
            Representativeness = populations,
        };
    }
}
