namespace Mlops.Statistics.TwoSample.Location;

/// <summary>What a t-test supposes about the variances of the two populations.</summary>
public enum TTestVariances
{
    /// <summary>They may differ: Welch's (1947) test, with Satterthwaite's degrees of freedom. It loses next to nothing where they are equal.</summary>
    Unequal = 0,

    /// <summary>They are equal: Student's (1908) test, with the pooled variance. Wrong at any size of sample where variances and counts both differ.</summary>
    Equal,
}
