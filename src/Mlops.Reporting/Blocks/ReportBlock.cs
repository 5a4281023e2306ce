namespace Mlops.Reporting.Blocks;

/// <summary>A part of a <see cref="ReportDocument"/>.</summary>
public abstract record ReportBlock
{
    // Renderers know every block there is, so the set is closed.
    private protected ReportBlock() { }
}
