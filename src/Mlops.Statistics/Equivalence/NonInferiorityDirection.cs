namespace Mlops.Statistics.Equivalence;

/// <summary>Which way is better.</summary>
public enum NonInferiorityDirection
{
    /// <summary>Larger is better: an accuracy, a rate of success.</summary>
    HigherIsBetter = 0,

    /// <summary>Smaller is better: an error, a latency.</summary>
    LowerIsBetter,
}
