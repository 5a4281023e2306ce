using Mlops.Data.Quality.Duplicates;
using Mlops.Data.Quality.LabelNoise;
using Mlops.Data.Quality.Leakage;
using Mlops.Data.Quality.Outliers;
using Mlops.Data.Quality.Representativeness;

namespace Mlops.Data.Quality.Exploration;

/// <summary>What is looked for, and what is tolerated.</summary>
/// <remarks>Immutable; make variants with <c>with</c>. Where <see cref="Label"/> is set it goes before the label of the options for leaks and label noise.</remarks>
public sealed record ExplorationOptions
{
    /// <summary>The default options.</summary>
    public static ExplorationOptions Default { get; } = new();

    /// <summary>The label's column.</summary>
    /// <value>The default is <see langword="null"/>: the first column whose role is label.</value>
    public string? Label { get; init; }

    /// <summary>Earlier data, such as those that a model was trained on: fences are learnt there, and its rows are looked for.</summary>
    /// <value>The default is <see langword="null"/>, for none.</value>
    public Dataset? Reference { get; init; }

    /// <summary>What the population is made of.</summary>
    /// <value>The default is nothing, so that nothing is asked of representativeness.</value>
    public IReadOnlyList<PopulationShares> Populations { get; init; } = [];

    /// <summary>The share of rows that may be equal to an earlier one, in [0,1].</summary>
    /// <value>The default is 0.01.</value>
    public double MaximumDuplicateShare { get; init; } = 0.01;

    /// <summary>The share of outliers from which a column is told of, in [0,1].</summary>
    /// <value>The default is 0.02: of normal values 0.7% lie beyond Tukey's fences.</value>
    public double MaximumOutlierShare { get; init; } = 0.02;

    /// <summary>The share of rows that may contradict equal ones, in [0,1].</summary>
    /// <value>The default is 0.01.</value>
    public double MaximumContradictoryShare { get; init; } = 0.01;

    /// <summary>The share of rows contradicted by their neighbours from which it is told of, in [0,1].</summary>
    /// <value>The default is 0.05.</value>
    public double MaximumNoiseShare { get; init; } = 0.05;

    /// <summary>How outliers are told.</summary>
    /// <value>The default is Tukey's fences.</value>
    public OutlierOptions Outliers { get; init; } = OutlierOptions.Default;

    /// <summary>How duplicates are searched.</summary>
    /// <value>The default is rows equal in all columns.</value>
    public DuplicateOptions Duplicates { get; init; } = DuplicateOptions.Default;

    /// <summary>How leaks of the label are searched.</summary>
    /// <value>The default tolerates a power of 0.95.</value>
    public LeakageOptions Leakage { get; init; } = LeakageOptions.Default;

    /// <summary>How rows of the reference are searched.</summary>
    /// <value>The default tolerates a share of 0.01 beyond chance.</value>
    public OverlapOptions Overlap { get; init; } = OverlapOptions.Default;

    /// <summary>How wrong labels are searched.</summary>
    /// <value>The default asks 10 neighbours.</value>
    public LabelNoiseOptions LabelNoise { get; init; } = LabelNoiseOptions.Default;

    /// <summary>How shares are held against those of the population.</summary>
    /// <value>The default tolerates a distance of 0.10.</value>
    public RepresentativenessOptions Representativeness { get; init; } = RepresentativenessOptions.Default;

    internal void Check()
    {
        OptionChecks.Share(MaximumDuplicateShare);
        OptionChecks.Share(MaximumOutlierShare);
        OptionChecks.Share(MaximumContradictoryShare);
        OptionChecks.Share(MaximumNoiseShare);
    }
}
