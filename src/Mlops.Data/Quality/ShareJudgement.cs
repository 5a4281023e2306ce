namespace Mlops.Data.Quality;

/// <summary>How a share of rows is held against the share that is tolerated.</summary>
public enum ShareJudgement
{
    /// <summary>By its interval: surely more fails, surely not more passes, otherwise the rows are too few to tell.</summary>
    Interval = 0,

    /// <summary>By the share of these very rows, as other tools do: it speaks of the rows at hand, not of where they come from.</summary>
    Observed,
}
