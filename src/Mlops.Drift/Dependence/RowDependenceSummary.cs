namespace Mlops.Drift.Dependence;

/// <summary>Which rows were found to depend on each other. How much less a column's rows tell for it stands with each of its components.</summary>
/// <param name="By">By what rows were put in blocks: <c>time</c>, or a column's name in quotes; empty where they are taken to be independent.</param>
/// <param name="ReferenceBlockCount">The reference's blocks; 0 where its rows are taken to be independent.</param>
/// <param name="CurrentBlockCount">The current data's blocks; 0 where they came without rows or are taken to be independent.</param>
/// <param name="IsBorrowed">Whether the current data have too few blocks to tell by themselves, so that the reference's correlation was used for them.</param>
public sealed record RowDependenceSummary(string By, int ReferenceBlockCount, int CurrentBlockCount, bool IsBorrowed)
{
    /// <summary>Whether rows are taken to be independent of each other.</summary>
    public bool IsIndependent => By.Length == 0;

    internal static RowDependenceSummary Of(SideDesign reference, SideDesign current) =>
        new(
            reference.IsIndependent ? current.By : reference.By,
            reference.BlockCount,
            current.BlockCount,
            !reference.IsIndependent && current.BlockCount < SideDesign.FewBlocks
        );
}
