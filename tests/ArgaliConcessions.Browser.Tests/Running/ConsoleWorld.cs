using ArgaliConcessions.Browser.Tests.Register;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Tests.Http;
using PuppeteerSharp;

namespace ArgaliConcessions.Browser.Tests.Running;

/// <summary>A running local host with a register in it, and one browser for all tests. Without Chromium it starts nothing.</summary>
public sealed class ConsoleWorld : IAsyncLifetime
{
    private readonly LocalHost _host = new();
    private readonly string _profile = Directory.CreateTempSubdirectory("argali-chromium-").FullName;
    private IBrowser? _browser;

    public LocalHost Host => _host;

    /// <summary>What was entered.</summary>
    public ConsoleRegister Register { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (Chromium.Missing is not null) return;
        _host.Clock.Set(new DateTimeOffset(2014, 11, 20, 6, 0, 0, TimeSpan.Zero));
        await _host.InitializeAsync();
        var starting = Chromium.StartAsync(_profile);
        Register = await ConsoleRegister.EnterAsync(_host);
        _browser = await starting;
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
            await _host.DisposeAsync();
        }

        // Chromium's helpers may still be writing their last; the system's own clearing of temporary folders takes what is left.
        try { Directory.Delete(_profile, recursive: true); }
        catch (IOException) { }
    }

    /// <summary>A tab in which nobody is signed in.</summary>
    internal Task<Tab> OpenAsync(Window window = Window.Wide) => Tab.OpenAsync(_browser!, _host.Server.Address, window);

    /// <summary>A tab in which a role is signed in.</summary>
    internal async Task<Tab> SignedInAsync(Role role, Window window = Window.Wide, params string[] concessions)
    {
        var tab = await OpenAsync(window);
        await tab.SignInAsync(_host.Token(role, concessions));
        return tab;
    }
}

/// <summary>All tests of the browser share one, and run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class ConsoleCollection : ICollectionFixture<ConsoleWorld>
{
    public const string Name = "console";
}
