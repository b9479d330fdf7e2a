global using ArgaliConcessions.Tests;
global using ArgaliConcessions.Tests.Invariants;
global using NodaTime;
