using Mlops.Reporting.Blocks;

namespace Mlops.Reporting.Rendering;

/// <summary>Keeps headings in order: levels from 2 to 6, and none skipped on the way down, whatever a document asks for.</summary>
internal sealed class HeadingLevels
{
    public int Current { get; private set; } = 1;

    public int Next(int asked) => Current = Math.Clamp(asked, 2, Math.Min(6, Current + 1));

    /// <summary>The texts of the headings that open a section among blocks that are not folded away.</summary>
    public static IReadOnlyList<string> SectionTitles(IReadOnlyList<ReportBlock> blocks)
    {
        var levels = new HeadingLevels();
        var titles = new List<string>();
        foreach (var block in blocks)
        {
            Visit(block, levels, titles);
        }

        return titles;
    }

    private static void Visit(ReportBlock block, HeadingLevels levels, List<string>? titles)
    {
        if (block is HeadingBlock heading && levels.Next(heading.Level) == 2)
        {
            titles?.Add(heading.Text);
        }
        else if (block is DetailsBlock details)
        {
            foreach (var inner in details.Blocks)
            {
                Visit(inner, levels, null);
            }
        }
    }
}
