using System.Globalization;
using Mlops.Reporting.Rendering;

namespace Mlops.Reporting.Tests.Rendering;

public class ReportRendererTests
{
    [Fact]
    public void Renderers_OtherCulture_GiveTheSame()
    {
        var before = All(Samples.Everything) + All(Samples.Degenerate);
        var culture = CultureInfo.CurrentCulture;
        try
        {
            foreach (var name in new[] { "de-DE", "ar-SA", "sv-SE", "tr-TR" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
                Assert.Equal(before, All(Samples.Everything) + All(Samples.Degenerate));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Renderers_Null_Throw()
    {
        ReportDocument document = null!;

        Assert.Throws<ArgumentNullException>(() => document.ToHtml());
        Assert.Throws<ArgumentNullException>(() => document.ToMarkdown());
        Assert.Throws<ArgumentNullException>(() => document.ToText());
        Assert.Throws<ArgumentNullException>(() => document.SaveHtml("x"));
        Assert.Throws<ArgumentException>(() => Samples.Everything.SaveHtml(""));
    }

    [Fact]
    public void SaveHtml_ExistingFile_IsReplacedWithoutAByteOrderMark()
    {
        var directory = Directory.CreateTempSubdirectory("mlops-report");
        try
        {
            var path = Path.Combine(directory.FullName, "report.html");
            File.WriteAllText(path, "old");

            Samples.Everything.SaveHtml(path);

            Assert.Equal((byte)'<', File.ReadAllBytes(path)[0]);
            Assert.Equal(Samples.Everything.ToHtml(), File.ReadAllText(path));
            Assert.Equal([path], Directory.GetFiles(directory.FullName));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    public void SaveHtml_TargetIsADirectory_LeavesNothingBehind()
    {
        var directory = Directory.CreateTempSubdirectory("mlops-report");
        try
        {
            var path = Path.Combine(directory.FullName, "report.html");
            Directory.CreateDirectory(path);

            Assert.ThrowsAny<Exception>(() => Samples.Everything.SaveHtml(path));

            Assert.Empty(Directory.GetFiles(directory.FullName));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static string All(ReportDocument document) =>
        document.ToHtml() + document.ToMarkdown() + document.ToText() + document.ToText(40);
}
