namespace Mlops.Statistics.TwoSample.Categorical;

/// <summary>Which odds ratio of a table of two rows and two columns counts, (first row, first column) × (second, second) over the other two; SciPy's words.</summary>
public enum OddsRatioAlternative
{
    /// <summary>The odds ratio is not 1: the tables that are no more probable than the one observed.</summary>
    TwoSided = 0,

    /// <summary>The odds ratio is above 1: the first category is more frequent in the first row, the reference, than in the current data.</summary>
    Greater,

    /// <summary>The odds ratio is below 1: the first category is more frequent in the current data.</summary>
    Less,
}
