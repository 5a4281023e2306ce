namespace Mlops.Reporting.Rendering.JUnit;

/// <summary>What an inconclusive check becomes where there are only passed, failed and skipped tests.</summary>
public enum InconclusiveOutcome
{
    /// <summary>A skipped test, with the reason as its message.</summary>
    Skipped = 0,

    /// <summary>A failed test, of type <c>Inconclusive</c>.</summary>
    Failure = 1,

    /// <summary>A passed test; its output still says that it is inconclusive.</summary>
    Pass = 2,
}
